"""Typed, verified webhook events of ScrapeNest."""

from .generated import parse, v1
from .generated.v1 import parse_event
from .signature import SecretError, VerifyError, sign, unwrap, verify

__all__ = ["SecretError", "VerifyError", "parse", "parse_event", "sign", "unwrap", "v1", "verify"]
