import { BarePage } from '#components/error-page/bare-page.tsx';
import { NotFoundMessage } from '#components/error-page/not-found-message.tsx';

export default function NotFound() {
  return (
    <BarePage>
      <NotFoundMessage />
    </BarePage>
  );
}
