import { useMemo, useRef, useState } from 'react'
import { AppError } from '../../shared/core/errors.ts'
import { countOf } from '../../shared/fulfilment/counting.ts'
import { nextBoxCode, packScan, packedCounts, putInto, type Draft } from '../../shared/fulfilment/drafts.ts'
import type { InvoiceLine } from '../../shared/fulfilment/invoices.ts'
import { packDifferences } from '../../shared/fulfilment/rules.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useScan, type ScanAnswer } from '../core/scans.ts'
import { showError } from '../core/toasts.ts'
import { useSaver } from './floor-saver.ts'
import { forgetWork, setDrafts, setVersion, useFloorStore } from './floor-store.ts'
import type { StepProps } from './floor-packing-table.tsx'

/** The trays and boxes of one invoice as they are being filled: at this desk at once, on the host a moment later. */
export function usePackingDrafts({ detail: { id: invoiceId, lines, containers }, session, worker: { proof, isProved } }: StepProps) {
  const t = useText()
  const { fulfilment } = useApi()
  const work = session.id
  const kept = useFloorStore(({ drafts }) => drafts[work])
  const known = useMemo((): readonly Draft[] => containers.map(({ kind, code, contents }) => ({ kind, code, contents })), [containers])
  const now = () => useFloorStore.getState().drafts[work] ?? known
  const drafts = kept ?? known
  const [chosen, setChosen] = useState<string>()
  const into = drafts.find(({ code }) => code === chosen)?.code ?? drafts.at(-1)?.code
  const last = useRef<Promise<unknown>>(Promise.resolve())
  /** What this desk has seen of the packing before it changed anything, or as its last save left it. */
  const seen = () => useFloorStore.getState().versions[work] ?? session.version
  async function save(sent: readonly Draft[]): Promise<void> {
    try {
      const containers = sent.map(({ contents, ...draft }) => ({ ...draft, contents: [...contents] }))
      const { sessionVersion } = await fulfilment.saveContainers({ invoiceId, ...proof, sessionVersion: seen(), containers })
      setVersion(work, sessionVersion)
    } catch (error) {
      // Another desk was faster: what it packed is shown, and stays.
      if (isConflict(error)) forgetWork(work)
      throw error
    }
  }
  /** One after the other, each on top of the one before. */
  function send(sent: readonly Draft[]): Promise<void> {
    const next = last.current.catch(() => undefined).then(() => save(sent))
    last.current = next
    return next
  }
  const saver = useSaver((sent: readonly Draft[]) =>
    send(sent).catch((error: unknown) => {
      if (!isConflict(error)) throw error
      showError(error)
    }),
  )
  const put = (next: readonly Draft[]) => {
    setVersion(work, seen())
    setDrafts(work, next)
    if (isProved) saver.save(next)
  }
  /** Asked of the host first: a tray may be another invoice's. */
  async function add(draft: Draft): Promise<void> {
    setVersion(work, seen())
    await send([...now(), draft])
    // The host's news of it may have come before its answer.
    const others = now().filter(({ code }) => code !== draft.code)
    setDrafts(work, [...others, draft])
    setChosen(draft.code)
  }
  async function openTray(code: string): Promise<ScanAnswer> {
    try {
      await add({ kind: 'TRAY', code, contents: [] })
      return { isKnown: true, text: t('floor.pack.trayOpened', { code }) }
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') return { isKnown: false, text: t('floor.scan.wrongItemOrTray') }
      throw error
    }
  }
  useScan(async (code): Promise<ScanAnswer> => {
    const there = now().find(one => one.code.toUpperCase() === code.toUpperCase())
    if (there) {
      setChosen(there.code)
      return { isKnown: true, text: t('floor.pack.nowInto', { code: there.code }) }
    }
    const target = now().find(one => one.code === chosen)?.code ?? now().at(-1)?.code
    const { answer, drafts: next } = packScan(lines, now(), target ?? '', code)
    if (answer.kind === 'unknown') return openTray(code)
    if (target === undefined) return { isKnown: false, text: t('floor.pack.trayFirst') }
    if (answer.kind === 'over') return { isKnown: false, text: t('floor.scan.over', { name: answer.line.name, quantity: answer.line.quantity }) }
    put(next)
    const text = { name: answer.line.name, count: countOf(answer.counts, answer.line.id), quantity: answer.line.quantity }
    return { isKnown: true, text: answer.isAllFull ? t('floor.pack.allIn') : t('floor.scan.counted', text) }
  })
  return {
    drafts,
    into,
    saver,
    choose: setChosen,
    isExact:
      packDifferences(
        lines,
        drafts.flatMap(({ contents }) => contents),
      ).length === 0 && drafts.every(({ contents }) => contents.length > 0),
    counts: packedCounts(drafts),
    addBox: () => add({ kind: 'BOX', code: nextBoxCode(now(), number => t('floor.pack.boxCode', { number })), contents: [] }),
    remove: (code: string) => put(now().filter(one => one.code !== code)),
    move: (code: string, { id }: InvoiceLine, pieces: number) => put(putInto(now(), code, id, pieces)),
    forget: () => forgetWork(work),
    /** The host knows the newest state before it is asked to close it. */
    flush: () => send(now()),
  }
}
function isConflict(error: unknown): boolean {
  return error instanceof AppError && error.code === 'conflict'
}

export type PackingDrafts = ReturnType<typeof usePackingDrafts>
