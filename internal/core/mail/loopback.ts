const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|::ffff:127(\.\d{1,3}){3})$/;

/** Whether this is a name or an address of the machine itself. */
export const isLoopback = (host: string): boolean => loopback.test(host);
