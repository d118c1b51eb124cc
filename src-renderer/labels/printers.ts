import { useState } from 'react'
import { useApi } from '../core/api.ts'
import { useLive } from '../core/live.ts'
import { useUser } from '../core/session.ts'
import { useIsTraining } from '../core/training.ts'

interface Printer {
  readonly id: string
  readonly name: string
  readonly sectionId: string | null
}
export interface Printers {
  readonly printers: readonly Printer[]
  /** The printer's id; null for a PDF. */
  readonly chosen: string | null
  choose(id: string | null): void
}

/** The desk's own: the printer stands beside it, whoever works there. */
const keptPrinter = 'lantai.labels.printer'
const asSheet = 'pdf'
const none: readonly Printer[] = []

/** The printers in use, and which is meant: this desk's last, else that of the user's section, else the first. A training copy prints on none. */
export function usePrinters(): Printers {
  const api = useApi()
  const { sections } = useUser()
  const isTraining = useIsTraining()
  const printers = useLive(api.masters.findLabelPrinters, { pageSize: 50 }, { enabled: !isTraining }).data?.rows ?? none
  const [kept, setKept] = useState(() => localStorage.getItem(keptPrinter))
  const own = printers.find(({ sectionId }) => sectionId !== null && sections !== 'all' && sections.includes(sectionId))
  const meant = printers.find(({ id }) => id === kept) ?? own ?? printers[0]
  return {
    printers,
    chosen: kept === asSheet ? null : (meant?.id ?? null),
    choose(id) {
      localStorage.setItem(keptPrinter, id ?? asSheet)
      setKept(id ?? asSheet)
    },
  }
}
