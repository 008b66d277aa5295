import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const library = (name: string): string => fileURLToPath(new URL(`../../libs/${name}/src/index.ts`, import.meta.url));

/** `CONSOLE_BASE` is the path under which the console is served; `API_URL` is where `vite dev` forwards /api. */
export default defineConfig({
  base: process.env.CONSOLE_BASE ?? '/',
  plugins: [react()],
  resolve: {
    alias: { '@fanloop/kernel': library('kernel'), '@fanloop/api-client': library('api-client') },
    // The workspace also holds the mini-program's React; two copies break hooks.
    dedupe: ['react', 'react-dom'],
  },
  server: { proxy: { '/api': process.env.API_URL ?? 'http://127.0.0.1:3000' } },
  build: {
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@tanstack)\//,
            },
            { name: 'echarts', test: /node_modules\/(echarts|zrender)\// },
            { name: 'calendar', test: /node_modules\/(@fullcalendar|@full-ui|temporal-polyfill)\// },
          ],
        },
      },
    },
  },
});
