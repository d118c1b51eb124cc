import { settingMakers } from '../settings/makers.ts'

const { whole } = settingMakers('kanban', 'kanban.approve')

/** What a new board or rule begins with; each is changed on its own afterwards. */
export const kanbanSettings = {
  pendingLimit: whole('pendingLimit', 10, { rule: 'KB-2', theme: 'boards', unit: 'cards', from: 1, to: 1000, isShared: true }),
  progressLimit: whole('progressLimit', 5, { rule: 'KB-2', theme: 'boards', unit: 'cards', from: 1, to: 1000, isShared: true }),
  leadDays: whole('leadDays', 1, { rule: 'KB-4', theme: 'boards', unit: 'days', to: 365, isShared: true }),
}
