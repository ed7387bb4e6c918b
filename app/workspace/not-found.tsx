import { NothingHere } from '#components/trouble/nothing-here.tsx';

export default function NotFound() {
  return <NothingHere />;
}
