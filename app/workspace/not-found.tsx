import { NotFoundMessage } from '#components/error-page/not-found-message.tsx';

export default function NotFound() {
  return <NotFoundMessage />;
}
