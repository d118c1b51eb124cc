import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'
import type { FormProps, MasterName, MasterRow } from './master.ts'

export interface FormFace {
  readonly title: string
  onClose(): void
  /** The same call, which also says that it is done. */
  told<I, O extends { readonly name: string }>(call: (input: I) => Promise<O>): (input: I) => Promise<void>
}

/** What the form of any master says of itself. */
export function useFormFace(name: MasterName, { record, onClose }: FormProps<MasterRow>): FormFace {
  const t = useText()
  return {
    title: record ? t(`masters.${name}.edit`, { name: record.name }) : t(`masters.${name}.add`),
    onClose,
    told: call => async input => {
      const { name: saved } = await call(input)
      showDone(t(record ? 'masters.done.updated' : 'masters.done.created', { name: saved }))
    },
  }
}
