import type { AttemptReview } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { http } from '../../../lib/http.js';
import { Loaded } from '../../../ui/Loaded/Loaded.js';
import { Waiting } from '../../../ui/Waiting/Waiting.js';

const Reviewed = lazy(() => import('../../../ui/Quiz/Reviewed.js'));
const path = (id: string): string => `/assessment/attempts/${id}/review`;

/** A graded attempt question by question, as far as the quiz releases it. */
export const Review = ({ attemptId }: { attemptId: string }) => {
  const query = useQuery({
    queryKey: [path(attemptId)],
    queryFn: ({ signal }) => http.get<AttemptReview>(path(attemptId), {}, signal),
  });
  return (
    <Loaded query={query}>
      {(review) => (
        <Suspense fallback={<Waiting />}>
          <Reviewed questions={review.questions} changes={review.changes} />
        </Suspense>
      )}
    </Loaded>
  );
};
