export const healthPath = '/health'
export const operationsPath = `${healthPath}/operations`
export const logPath = `${healthPath}/log`
