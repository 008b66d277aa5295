import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** "process 812 (node)" for the one that listens on a local port, or null when that cannot be seen (Linux only). */
export const portHolder = (port: number): string | null => {
  try {
    const inodes = listeningInodes(port);
    if (inodes.size === 0) return null;
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
      if (holdsSocket(pid, inodes)) return `process ${pid} (${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()})`;
  } catch {
    // Not Linux, or not allowed to look: the message then does without the name.
  }
  return null;
};

const LISTEN = '0A';

const listeningInodes = (port: number): Set<string> => {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  const inodes = new Set<string>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6'])
    for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
      const columns = line.trim().split(/\s+/);
      if (columns[3] === LISTEN && columns[1]?.endsWith(`:${wanted}`) && columns[9]) inodes.add(columns[9]);
    }
  return inodes;
};

const holdsSocket = (pid: string, inodes: ReadonlySet<string>): boolean => {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      const target = /^socket:\[(\d+)]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1];
      return target !== undefined && inodes.has(target);
    });
  } catch {
    return false;
  }
};

const linkOf = (path: string): string => {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
};
