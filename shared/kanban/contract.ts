import { boards } from './boards.ts'
import { cards } from './cards.ts'

/** Sections ask for material, the warehouse delivers. A row belongs to the section that asks. */
export const kanban = { ...boards, ...cards }
