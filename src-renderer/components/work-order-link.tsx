import MuiLink from '@mui/material/Link'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { recordPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'

/** A work order that something is for, by its number; opened by those who may see it. */
export function WorkOrderLink({ id, number }: { readonly id: string | null; readonly number: string | null }): ReactNode {
  const may = useMay()
  const path = recordPath('workOrder', id)
  return path === undefined || !may('process.readDailyProduction') ? number : <MuiLink component={Link} to={path}>{number}</MuiLink>
}
