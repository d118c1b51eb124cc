export const delegationsPath = '/approvals/stand-ins'
