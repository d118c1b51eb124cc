import type { Call } from './call.ts'

interface Story { readonly people: Readonly<Record<string, Call>>; readonly sectionIds: Readonly<Record<string, string>> }

/** What scanners read that nobody knew, by who scanned it. */
const unknown: readonly (readonly [by: string, codes: readonly string[]])[] = [
  ['jahit', ['SEW|SEW-HRM-01|BATCH-2026-118|44|DE|480', '8991002345', 'SEW|SEW-HRM-01', 'SEW|SEW-BRG-02|']], ['potong', ['CUT|CUT-HIU-01|BATCH-2026-001|22|DE|5000', '4006381', 'CUT-HIU-01']],
]
const looked: readonly (readonly [section: string, note: string])[] = [['SEW', 'Label lini 2 tergores, sudah dicetak ulang'], ['CUT', 'Kode dari kertas lama; slipnya sudah diganti']]

/** Scans that nobody knew, which the sections' manager looked at. */
export async function tellFindings({ people, sectionIds }: Story): Promise<void> {
  for (const [by, codes] of unknown) for (const code of codes) await people[by]!('scan', 'noteBadScan', { code })
  for (const [section, note] of looked) {
    const { rows } = await people.manajer!('production', 'listFindings', { filter: { sectionId: sectionIds[section]! }, pageSize: 200 })
    const finding = rows.find(({ kind }) => kind === 'BAD_SCANS')
    if (finding) await people.manajer!('production', 'lookAtFinding', { sectionId: finding.sectionId, key: finding.key, day: finding.day, note })
  }
}
