"""Addresses of the handbook; staff only."""

from django.contrib import admin
from django.urls import path

from . import views

urlpatterns = [
    path("", admin.site.admin_view(views.handleiding), name="handleiding"),
    path("<slug:slug>/", admin.site.admin_view(views.hoofdstuk), name="handleiding_hoofdstuk"),
]
