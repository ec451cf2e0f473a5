"""Addresses of accounts."""

from __future__ import annotations

from django.urls import path

from salerno.web.people import (
    invite,
    joining,
    listing,
    login,
    own,
    passwords,
    person,
    reading,
    second_factor,
    signing_key,
    tokens,
)

app_name = "people"
urlpatterns = [
    path("login/", login.log_in, name="login"),
    path("logout/", login.log_out, name="logout"),
    path("second-factor/", second_factor.second_factor, name="second-factor"),
    path("invitation/<str:token>/", joining.invitation, name="invitation"),
    path("new-password/<str:number>/<str:token>/", passwords.reset, name="reset"),
    path("account/", own.own, name="self"),
    path("account/confirm/", passwords.confirm, name="confirm"),
    path("account/password/", passwords.change, name="password"),
    path("account/second-factor/", second_factor.new_factor, name="new-factor"),
    path("account/recovery-codes/", second_factor.recovery_codes, name="recovery-codes"),
    path("account/everywhere/", own.everywhere, name="everywhere"),
    path("account/daily-mail/", own.daily_mail, name="daily-mail"),
    path("account/signing-key/", signing_key.key, name="key"),
    path("account/token/", tokens.new_token, name="token"),
    path("account/token/<int:number>/revoke/", tokens.revoke_token, name="revoke-token"),
    path("people/", listing.people, name="list"),
    path("people/invite/", invite.invite, name="invite"),
    path("people/invitation/<int:number>/take-back/", invite.withdraw, name="take-back"),
    path("people/<int:number>/", person.person, name="person"),
    path("people/read/", reading.readings, name="readings"),
    path("people/done/", reading.acts, name="acts"),
]
