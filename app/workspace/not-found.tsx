import { NothingHere } from '#components/error-page/nothing-here.tsx';

export default function NotFound() {
  return <NothingHere />;
}
