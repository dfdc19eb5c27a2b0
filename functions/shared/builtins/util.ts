/** `node:util` of the bundles: an import of Node's own also loads what makes threads, 3 ms and more. */
const util = process.getBuiltinModule('node:util');

export const { promisify } = util;
export { util as default };
