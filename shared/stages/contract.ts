import { stageWork } from './work.ts'

/** What a stage does step by step within a work order. */
export const stages = { ...stageWork }
