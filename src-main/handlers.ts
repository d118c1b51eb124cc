import type { AppContract } from '../shared/contract.ts'
import type { AllHandlers } from './core/handlers.ts'

export const handlers: AllHandlers<AppContract> = {
}
