#!/bin/sh
# The function's handler: the Lambda Web Adapter starts this once and then sends requests to the port in PORT.
# New objects are swept up 8 MB at a time and the heap grows by half at most, so that memory stays small; measured in tests/bench.
exec node --max-semi-space-size=8 --heap-growing-percent=50 "${LAMBDA_TASK_ROOT:-$(dirname "$0")}/infra/server/main.js"
