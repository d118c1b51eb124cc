import type { followUp } from '../../shared/follow-up/contract.ts'
import { risks } from '../../shared/follow-up/rules.ts'
import type { BrowseFilter } from '../components/browse-filters.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import type { FilterName } from '../core/list-call.ts'
import { useLive } from '../core/live.ts'

type Name = FilterName<typeof followUp.listClients>
const none = { agents: [], areas: [] }

/** By risk, by who asks and where, by when, and whether the newest ledger still tells of them. */
export function useClientFilters(): readonly BrowseFilter<Name>[] {
  const t = useText()
  const { data: { agents, areas } = none } = useLive(useApi().followUp.listAgents, {})
  const same = (value: string) => ({ value, label: value })
  return [
    { kind: 'boolean', name: 'isOwing', label: t('followUp.clients.owing'), yes: t('followUp.clients.onlyOwing'), no: t('followUp.clients.settled') },
    {
      kind: 'enum',
      name: 'risk',
      label: t('followUp.fields.risk'),
      isMultiple: true,
      options: risks.toReversed().map(value => ({ value, label: t(`followUp.risks.${value}`) })),
    },
    { kind: 'enum', name: 'agentName', label: t('followUp.fields.agentName'), options: agents.map(same) },
    { kind: 'enum', name: 'area', label: t('followUp.fields.area'), options: areas.map(same) },
    { kind: 'days', from: 'fromDay', to: 'dueUntil', label: t('followUp.clients.next') },
    {
      kind: 'boolean',
      name: 'isLeftOut',
      label: t('followUp.clients.leftOut'),
      yes: t('followUp.clients.isLeftOut'),
      no: t('followUp.clients.isListed'),
    },
  ]
}
