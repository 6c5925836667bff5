"""Display lists become PDF bytes, PDF pages become pictures, photos become JPEG."""
