import type { ProcessAct } from '../../shared/core/permissions.ts'

const planners = ['PPIC Manager', 'PPIC Admin'] as const
const supervisors = ['SPV Cutting', 'SPV Sewing', 'SPV Finishing'] as const
const sectionAdmins = ['Admin Cutting', 'Admin Embroidery', 'Admin Sewing', 'Admin Finishing', 'Admin Packing'] as const

/**
 * Who may which act in a new factory, besides the Superadmin, who may all but what is one role's alone (`actsOfOneRole`). What a
 * section's role may, it may for its own sections only (IA-5).
 */
const holders: Readonly<Record<ProcessAct, readonly string[]>> = {
  createManufacturingOrder: planners,
  approveManufacturingOrder: ['PPIC Manager', 'Admin'],
  approvePurchaseOrder: ['Purchasing Head', 'PPIC Manager', 'Finance Manager'],
  approveLargePurchaseOrder: ['Finance Manager'],
  generateWorkOrder: [...planners, ...sectionAdmins],
  voidWorkOrder: [...supervisors, 'Manager'],
  enterDailyProduction: [...sectionAdmins, ...supervisors],
  readDailyProduction: [...sectionAdmins, ...supervisors, 'Manager', 'Director', 'Admin', ...planners, 'QC Lab', 'QC Inspector'],
  viewPlanningDashboard: [...planners, 'Manager', 'Director', 'Wall-screen'],
  requestModification: [...supervisors, 'Manager'],
  decideModification: [...supervisors, 'Manager'],
  requestMaterial: [...sectionAdmins, ...supervisors, 'Warehouse Admin', 'Warehouse Operator'],
  requestMaterialDebt: [...sectionAdmins, ...supervisors, 'Warehouse Admin', 'Warehouse Operator'],
  decideMaterialDebt: [...supervisors, 'Manager'],
  handleShortage: ['SPV Cutting', 'Warehouse Admin', 'Warehouse Operator'],
  transferOutOfCutting: ['SPV Cutting'],
  acceptTransfer: [...sectionAdmins, ...supervisors],
  overrideSegregation: ['Manager'],
  overrideEmergency: ['Director'],
  approveRework: ['QC Lab'],
  releaseQualityHold: ['QC Lab'],
  unlockSectionDay: ['Admin'],
  shipFinishedGoods: ['Warehouse Admin', 'Security', 'Admin'],
  exportVouchers: ['Finance Manager', 'Admin'],
  importData: ['Admin'],
  restoreData: [],
  clearData: [],
  importInvoice: ['Billing'],
  importLedger: ['Billing'],
  forceCompleteInvoice: ['Admin'],
  changeInvoicesInBulk: ['Admin'],
}

/** Who decides these stands outside of the work they are about: not even the Superadmin begins with them. */
const actsOfOneRole: readonly ProcessAct[] = ['overrideSegregation', 'overrideEmergency']

/** The acts a role of this name begins with. */
export function seededActs(role: string): ProcessAct[] {
  const isHolder = (act: ProcessAct) => (role === 'Superadmin' ? !actsOfOneRole.includes(act) : holders[act].includes(role))
  return (Object.keys(holders) as ProcessAct[]).filter(isHolder)
}
