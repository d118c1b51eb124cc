import { createContext, use, useMemo, useState, type ComponentType, type ReactNode } from 'react'
import type { Needed } from '../../shared/core/procedure.ts'
import { textOf } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import type { ReferenceOption } from './reference-source.ts'

export interface QuickAddFormProps {
  /** What was typed where it was looked for. */
  readonly typed: string
  onMade(option: ReferenceOption): void
  onClose(): void
}
/** How a new record is made from a field that refers to its kind. */
export interface QuickAdd {
  readonly permission: Needed
  /** Text key: “Tambah pemasok”. */
  readonly title: string
  readonly Form: ComponentType<QuickAddFormProps>
}
/** By the procedure that a field searches with. */
export type FindQuickAdd = (path: readonly [module: string, name: string]) => QuickAdd | undefined

interface Opened { readonly id: number; readonly add: QuickAdd; readonly typed: string; onMade(option: ReferenceOption): void }
interface QuickAdds { find: FindQuickAdd; open(opened: Omit<Opened, 'id'>): void }

const QuickAddContext = createContext<QuickAdds>({ find: () => undefined, open: () => {} })

/** Shows the forms that fields open over their own: outside of these, so that no key or submit of one reaches the other. */
export function QuickAddProvider({ find, children }: { readonly find: FindQuickAdd; readonly children: ReactNode }): ReactNode {
  const [stack, setStack] = useState<readonly Opened[]>([])
  const adds = useMemo((): QuickAdds => ({ find, open: opened => setStack(before => [...before, { ...opened, id: (before.at(-1)?.id ?? 0) + 1 }]) }), [find])
  const close = (id: number) => setStack(before => before.filter(opened => opened.id !== id))
  return (
    <QuickAddContext value={adds}>
      {children}
      {stack.map(({ id, add: { Form }, typed, onMade }) => <Form key={id} typed={typed} onMade={onMade} onClose={() => close(id)} />)}
    </QuickAddContext>
  )
}

/** What a field that searches with this procedure offers to add, if this user may. */
export function useQuickAdd(path: readonly [module: string, name: string]): { readonly label: string; open(typed: string, onMade: (option: ReferenceOption) => void): void } | undefined {
  const { find, open } = use(QuickAddContext)
  const may = useMay()
  const add = find(path)
  if (!add || !may(add.permission)) return undefined
  return { label: textOf(add.title) ?? '', open: (typed, onMade) => open({ add, typed, onMade }) }
}
