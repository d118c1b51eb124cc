import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { decimalText } from '../../shared/core/decimal.ts'
import { kanbanSettings } from '../../shared/kanban/settings.ts'
import type { Board } from '../../shared/kanban/boards.ts'
import type { Location } from '../../shared/masters/locations.ts'
import type { Section } from '../../shared/masters/sections.ts'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { DecimalField, IntegerField } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import type { ReferenceOption } from '../components/reference-source.ts'
import { CheckField } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useSetting } from '../core/setting.ts'
import { showDone } from '../core/toasts.ts'

export interface BoardDialogProps {
  /** Nothing for a new one. */
  readonly board: Board | undefined
  /** A new board proposes the supply of this one. */
  readonly model: Board | undefined
  onClose(): void
}

/** A section's board: its supply and store, limits, approval by itself, notices. */
export function BoardDialog({ board, model, onClose }: BoardDialogProps): ReactNode {
  const t = useText()
  const api = useApi()
  const maximumPending = useSetting(kanbanSettings.pendingLimit)
  const maximumInProgress = useSetting(kanbanSettings.progressLimit)
  const saved = ({ sectionName }: Board) => showDone(t('kanban.done.boardSaved', { section: sectionName }))
  if (!board) {
    const supply = model && { supplySectionId: model.supplySectionId, supplyLocationId: model.supplyLocationId }
    return (
      <FormDialog
        title={t('kanban.boards.add')} width="md" schema={api.kanban.createBoard.procedure.input} save={async input => saved(await api.kanban.createBoard(input))} onClose={onClose}
        values={{
          sectionId: '', supplySectionId: '', supplyLocationId: '', storeLocationId: '', ...supply, maximumPending, maximumInProgress, hasAutoApproval: false,
          autoApprovalThreshold: '0', hasNoticeOnNew: true, hasNoticeOnApproval: true, hasNoticeOnFulfilment: true,
        }}
      >
        <SectionField />
        <BoardFields board={model && { ...model, storeLocationName: '' }} />
      </FormDialog>
    )
  }
  return (
    <FormDialog
      title={t('kanban.boards.edit', { section: board.sectionName })} width="md" schema={api.kanban.updateBoard.procedure.input} values={valuesOf(board)} onClose={onClose}
      save={async input => saved(await api.kanban.updateBoard(input))}
      reread={async () => valuesOf((await api.kanban.listBoards({})).find(({ id }) => id === board.id) ?? board)}
    >
      <BoardFields board={board} sectionId={board.sectionId} />
      <CheckField name="isActive" label={t('kanban.boards.isActive')} />
    </FormDialog>
  )
}

function valuesOf(board: Board) {
  const { id, version, supplySectionId, supplyLocationId, storeLocationId, maximumPending, maximumInProgress, hasAutoApproval, hasNoticeOnNew, hasNoticeOnApproval, hasNoticeOnFulfilment, isActive } = board
  return {
    id, version, supplySectionId, supplyLocationId, storeLocationId, maximumPending, maximumInProgress, hasAutoApproval, hasNoticeOnNew, hasNoticeOnApproval, hasNoticeOnFulfilment, isActive,
    autoApprovalThreshold: decimalText(board.autoApprovalThreshold),
  }
}

function SectionField(): ReactNode {
  const t = useText()
  const api = useApi()
  return <ReferenceField name="sectionId" label={t('kanban.boards.section')} isRequired autoFocus source={{ call: api.masters.listSections, option: codeAndName, input: { filter: { isActive: true } } }} />
}

type Named = Partial<Pick<Board, 'supplySectionId' | 'supplySectionName' | 'supplyLocationId' | 'supplyLocationName' | 'storeLocationId' | 'storeLocationName'>>

function BoardFields({ board, sectionId }: { readonly board: Named | undefined; readonly sectionId?: string }): ReactNode {
  const t = useText()
  const api = useApi()
  const chosen: unknown = useWatch({ name: 'sectionId' })
  const hasAutoApproval: unknown = useWatch({ name: 'hasAutoApproval' })
  const ofSection = sectionId ?? (typeof chosen === 'string' && chosen !== '' ? chosen : undefined)
  const stores = { kind: 'INTERNAL', isActive: true } as const
  return (
    <>
      <FieldRow>
        <ReferenceField
          name="supplySectionId" label={t('kanban.boards.supplySection')} isRequired known={known(board?.supplySectionId, board?.supplySectionName)}
          source={{ call: api.masters.listSections, option: codeAndName, input: { filter: { isActive: true } } }}
        />
        <ReferenceField
          name="supplyLocationId" label={t('kanban.boards.supplyLocation')} isRequired known={known(board?.supplyLocationId, board?.supplyLocationName)}
          source={{ call: api.masters.listLocations, option: codeAndName, input: { filter: stores } }}
        />
        <ReferenceField
          key={ofSection} name="storeLocationId" label={t('kanban.boards.storeLocation')} isRequired isDisabled={ofSection === undefined} known={known(board?.storeLocationId, board?.storeLocationName)}
          source={{ call: api.masters.listLocations, option: codeAndName, input: { filter: { ...stores, ...(ofSection !== undefined && { sectionId: ofSection }) } } }}
        />
      </FieldRow>
      <FieldRow>
        <IntegerField name="maximumPending" label={t('kanban.boards.maximumPending')} isRequired />
        <IntegerField name="maximumInProgress" label={t('kanban.boards.maximumInProgress')} isRequired />
      </FieldRow>
      <FieldRow>
        <CheckField name="hasAutoApproval" label={t('kanban.boards.hasAutoApproval')} />
        <DecimalField name="autoApprovalThreshold" label={t('kanban.boards.autoApprovalThreshold')} hint={t('kanban.boards.thresholdHint')} isDisabled={hasAutoApproval !== true} />
      </FieldRow>
      <div>
        <Typography component="h3" variant="overline" sx={{ color: 'text.secondary' }}>{t('kanban.boards.notices')}</Typography>
        {(['hasNoticeOnNew', 'hasNoticeOnApproval', 'hasNoticeOnFulfilment'] as const).map(name => <CheckField key={name} name={name} label={t(`kanban.boards.${name}`)} />)}
      </div>
    </>
  )
}

function codeAndName({ id, code, name }: Section | Location): ReferenceOption {
  return { id, code, name }
}

/** The board's rows have names only; a name stands for its code until another is chosen. */
function known(id: string | undefined, name: string | undefined): ReferenceOption | undefined {
  return id === undefined || name === undefined || name === '' ? undefined : { id, code: name, name: '' }
}
