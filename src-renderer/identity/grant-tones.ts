/** How the state of a permission given for a time looks. */
export const grantTones = { RUNNING: 'running', LAPSED: 'neutral', REVOKED: 'bad' } as const
