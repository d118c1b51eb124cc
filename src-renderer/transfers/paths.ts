export const sectionTransfersPath = '/transfers/section'
export const slipsPath = '/transfers/slips'
export const linesPath = '/transfers/lines'
export const clearancesPath = '/transfers/clearances'
export const gatePassesPath = '/transfers/gate'
export const alertsPath = '/transfers/alerts'
export const gatePassPath = (id: string): string => `${gatePassesPath}/${id}`
export const slipPath = (id: string): string => `${slipsPath}/${id}`
