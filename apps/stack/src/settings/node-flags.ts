/**
 * How Node runs the servers, here and in the images (config/deploy): errors name the lines of the source; and the young
 * generation may grow to 64 MB, because what a crowd of requests needs for the 40 ms of a batch then dies before it is copied
 * (a tenth of a claim's cost by HTTP).
 */
export const NODE_FLAGS: readonly string[] = ['--enable-source-maps', '--max-semi-space-size=64'];
