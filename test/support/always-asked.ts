import type { TestHost } from './host.ts'

/** Nothing is so little that the System agrees to it (PL-20): what the tests of the approval itself are about is always asked for. */
export async function alwaysAsked(host: TestHost): Promise<void> {
  const { settings } = await host.as('Superadmin')
  for (const key of ['planning.autoDebtKilograms', 'planning.autoDebtPercent', 'planning.autoAdjustment']) await settings.changeSetting({ key, value: '0' })
}
