import type {
  PackageDifferencesView,
  PackageMoveCreate,
  PackageMovePreview,
  PackageMoveView,
  PackageVersionView,
  Page,
} from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';
import { packagesPath } from './api.js';

const partOf = (id: string, part: string) => `${packagesPath}/${id}/${part}`;
export const movePeoplePath = (id: string) => partOf(id, 'move-people');

export const packageVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: [packagesPath, id, 'versions'],
    queryFn: ({ signal }) => http.get<Page<PackageVersionView>>(partOf(id, 'versions'), {}, signal),
  });
export const declareVersion = (id: string, packageId: string, key: string) =>
  http.post<PackageVersionView>(partOf(id, 'versions'), { body: { packageId }, key });
export const differencesQuery = (id: string, from: string) =>
  queryOptions({
    queryKey: [packagesPath, id, 'differences', from],
    queryFn: ({ signal }) => http.get<PackageDifferencesView>(partOf(id, 'differences'), { from }, signal),
  });

export const previewMoveQuery = (id: string, { rule, editionId }: PackageMoveCreate) =>
  queryOptions({
    queryKey: [packagesPath, id, 'move-preview', rule, editionId ?? ''],
    queryFn: ({ signal }) => http.get<PackageMovePreview>(partOf(id, 'move-preview'), { rule, editionId }, signal),
  });
export const startMove = (id: string, wish: PackageMoveCreate, key: string) =>
  http.post<{ id: string }>(partOf(id, 'moves'), { body: wish, key });
export const underWay = ({ state }: PackageMoveView): boolean => state === 'queued' || state === 'running' || state === 'reversing';
export const movesQuery = (id: string) =>
  queryOptions({
    queryKey: [packagesPath, id, 'moves'],
    queryFn: ({ signal }) => http.get<Page<PackageMoveView>>(partOf(id, 'moves'), {}, signal),
    refetchInterval: ({ state }) => (state.data?.items.some(underWay) ? 1_000 : false),
  });
export const undoMove = (id: string) => http.post<unknown>(`/content/package-moves/${id}/reversal`);
