import Avatar from '@mui/material/Avatar'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../core/api.ts'
import { initials } from '../core/initials.ts'

/** `pictureId`: the attachment with their photo, if there is one. `size` in pixels. */
export interface PersonFaceProps { readonly name: string; readonly pictureId: string | null; readonly size: number }

/** A person's photo, else their initials. */
export function PersonFace({ name, pictureId, size }: PersonFaceProps): ReactNode {
  const api = useApi()
  const { data } = useQuery({
    queryKey: ['attachments', 'getPreview', pictureId], queryFn: ({ signal }) => api.attachments.getPreview({ id: pictureId ?? '' }, { signal }), enabled: pictureId !== null,
  })
  return (
    <Avatar aria-hidden src={pictureId === null ? undefined : data?.picture} sx={{ width: size, height: size, fontSize: size * 0.4, fontWeight: 700, bgcolor: 'tint.primary', color: 'primary.main' }}>
      {initials(name)}
    </Avatar>
  )
}
