import { mastersPath } from '../core/paths.ts'

export const homePath = `${mastersPath}/all`
export const flowPath = `${mastersPath}/process-flow`
export const calendarPath = `${mastersPath}/calendar`
export const attributesPath = `${mastersPath}/extra-fields`
