"""Working addresses of acting, under /kerja/."""

from django.urls import path

from sinergi.act.views import activities, commitments, reports, reviews, writing

app_name = "act_work"

urlpatterns = [
    path("pelaksanaan/", commitments.overview, name="overview"),
    path("pelaksanaan/telaah/", reviews.to_review, name="to_review"),
    path("pelaksanaan/susun/<int:pk>/", activities.begin, name="begin"),
    path("rtl/<str:reference>/", commitments.commitment, name="commitment"),
    path("rtl/<str:reference>/kegiatan/", activities.activity, name="activity"),
    path(
        "rtl/<str:reference>/kegiatan/<int:pk>/", activities.activity, name="activity"
    ),
    path(
        "rtl/<str:reference>/kegiatan/<int:pk>/hapus/",
        activities.remove_activity,
        name="remove_activity",
    ),
    path("rtl/<str:reference>/ajukan/", commitments.submit, name="submit"),
    path("rtl/<str:reference>/periksa/", reviews.decide, name="decide"),
    path(
        "rtl/<str:reference>/laporan/<int:year>-<int:quarter>/",
        writing.report,
        name="report",
    ),
    path("laporan/<int:pk>/kirim/", reports.send, name="send"),
    path("laporan/<int:pk>/", reports.read, name="read"),
    path("laporan/<int:pk>/tanda-terima.pdf", reports.receipt, name="receipt"),
    path("laporan/<int:pk>/telaah/", reviews.review, name="review"),
    path("laporan/<int:pk>/tanggapi/", reports.reply, name="reply"),
]
