import Timeline from '@mui/icons-material/HistoryEduOutlined'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Entity } from '../../shared/core/entities.ts'
import { useText } from '../core/i18n.ts'
import { recordStoryPath } from '../core/paths.ts'
import { notPrinted } from '../theme/print.ts'

/** To all that is known of a record's past: who, what, when, where, why, how (AU-7). */
export function StoryLink({ entity, id }: { readonly entity: Entity; readonly id: string }): ReactNode {
  const t = useText()
  return <Button size="small" component={Link} to={recordStoryPath(entity, id)} startIcon={<Timeline />} sx={{ ...notPrinted, justifySelf: 'start' }}>{t('audit.story.link')}</Button>
}
