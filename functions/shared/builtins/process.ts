/** `node:process` of the bundles: an import of Node's own also opens all streams, 4 ms and more. */
export const { env, versions } = process;
