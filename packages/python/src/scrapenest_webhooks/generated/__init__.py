# @generated from webhooks by `cargo xtask codegen`. Changes made here are lost.

from . import v1
from ._runtime import parse

__all__ = ["v1", "parse"]
