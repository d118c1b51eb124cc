import { useApi } from '../core/api.ts'
import { useLive } from '../core/live.ts'
import type { SavedViews } from './browse-views.tsx'

/** The user's own views of a list, kept by the host: `<BrowseTable name="masters.items" views={useSavedViews('masters.items')} …/>`. */
export function useSavedViews(list: string): SavedViews {
  const { views } = useApi()
  const { data = [] } = useLive(views.listViews, { list })
  return {
    list: data,
    save: (name, state) => views.saveView({ list, name, state }),
    async remove(id) {
      const view = data.find(one => one.id === id)
      if (view) await views.removeView({ id, version: view.version })
    },
  }
}
