import { useQuery } from '@tanstack/react-query'
import type { DocumentHead } from '../../shared/documents/contract.ts'
import { useApi } from '../core/api.ts'

/** The logo as a picture to show; asked anew when the head has changed. */
export function useLogo(head: DocumentHead | undefined): string | undefined {
  const api = useApi()
  const { data } = useQuery({
    queryKey: ['documents.getLogo', head?.version], enabled: head?.hasLogo === true, queryFn: async () => (await api.documents.getLogo({})).picture ?? undefined,
  })
  return head?.hasLogo ? data : undefined
}
