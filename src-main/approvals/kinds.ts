import type { ApprovalKindName } from '../../shared/approvals/kinds.ts'
import type { ApprovalKind } from '../engines/approvals.ts'
import { userGrant } from '../identity/grant-approval.ts'
import { settingChange } from '../settings/change-approval.ts'
import { debtApproval } from '../warehouse/debt-approval.ts'
import { stockAdjustment } from '../warehouse/adjustment-approval.ts'

/** How each kind of request is carried out, one line a module. */
const carriedOut: { readonly [Name in ApprovalKindName]: ApprovalKind } = { SETTING_CHANGE: settingChange, STOCK_ADJUSTMENT: stockAdjustment, MATERIAL_DEBT: debtApproval, USER_GRANT: userGrant }

export const kinds: ReadonlyMap<string, ApprovalKind> = new Map(Object.entries(carriedOut))
