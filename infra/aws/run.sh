#!/bin/sh
# The function's handler: the Lambda Web Adapter starts this once and then sends requests to the port in PORT.
# What is made for one answer is swept up at once (8 MB), so that memory stays small; measured in tests/bench.
exec node --max-semi-space-size=8 "${LAMBDA_TASK_ROOT:-$(dirname "$0")}/infra/server/main.js"
