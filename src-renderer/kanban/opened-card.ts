import { useSearchParams } from 'react-router'

/** Which card is opened beside the list: in the address, so that a notice can lead to it and "back" closes it. */
export function useOpenedCard(): { readonly id: string | null; open(id: string): void; close(): void } {
  const [params, setParams] = useSearchParams()
  const change = (id: string | null) => setParams(before => {
    const next = new URLSearchParams(before)
    if (id === null) next.delete('card')
    else next.set('card', id)
    return next
  }, { replace: id === null })
  return { id: params.get('card'), open: change, close: () => change(null) }
}

/** Which section is looked at, also in the address; nothing for all of them. */
export function useChosenSection(): [string | undefined, (sectionId: string | undefined) => void] {
  const [params, setParams] = useSearchParams()
  const choose = (sectionId: string | undefined) => setParams(before => {
    const next = new URLSearchParams(before)
    if (sectionId === undefined) next.delete('section')
    else next.set('section', sectionId)
    return next
  }, { replace: true })
  return [params.get('section') ?? undefined, choose]
}
