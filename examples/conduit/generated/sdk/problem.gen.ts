// Made with the SDK. Do not edit: change the spec and run `npm run generate`.

import type { Problem } from './types.gen.ts';

/**
 * Whether what a call gave as `error`, or threw, is what the server said (RFC 9457), and not, say, a broken connection. With a status,
 * whether it is that answer: `if (isProblem(error, 409)) …`
 */
export function isProblem(error: unknown, status?: number): error is Problem {
    if (typeof error !== 'object' || error === null) return false;
    const { type, title, status: told } = error as Record<string, unknown>;
    if (typeof type !== 'string' || typeof title !== 'string' || typeof told !== 'number') return false;
    return status === undefined || status === told;
}
