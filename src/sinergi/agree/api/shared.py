"""What both subjects of the open data of agreeing stand on."""

from ninja import Router
from pydantic import BaseModel, ConfigDict

router = Router(tags=["agreement"])


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")
