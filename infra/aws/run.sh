#!/bin/sh
# The function's handler: the Lambda Web Adapter starts this once and then sends requests to the port in PORT.
exec node "${LAMBDA_TASK_ROOT:-$(dirname "$0")}/infra/server/main.js"
