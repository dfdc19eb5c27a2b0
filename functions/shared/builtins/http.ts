/** `node:http` of the bundles: an import of Node's own also loads all of `fetch`, 17 ms and more. */
const http = process.getBuiltinModule('node:http');

export const { Agent, request, STATUS_CODES } = http;
export { http as default };
