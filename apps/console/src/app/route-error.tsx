import { Button, Result } from 'antd';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router-dom';
import { common } from '../shared/text/common';

/** What stands in for a page that threw: a way on, never a stack. */
export function RouteError() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  return (
    <Result
      status="warning"
      title={common.crashed}
      subTitle={common.crashedHint}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {common.reload}
        </Button>
      }
    />
  );
}

export function NotFound() {
  return (
    <Result
      status="404"
      title={common.notFound}
      subTitle={common.notFoundHint}
      extra={
        <Link to="/">
          <Button type="primary">{common.back}</Button>
        </Link>
      }
    />
  );
}
